
namespace Filler
{
    public partial class Numbers
    {
        public static int Sum(int[] values, int start, int end)
        {
            var sum = 0;
            for (var i = start; i < end && i < values.Length; i++)
            {
                if (values[i] % 2 == 0) sum += values[i];
                else sum -= values[i] * (end - start) / 2;
            }
            return sum > 0 ? sum : -sum;
        }
    }
}
